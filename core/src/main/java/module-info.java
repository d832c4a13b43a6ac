/** Models a mineral supply chain as one immutable, typed graph and answers questions about it. */
module org.lodegraph {
    requires com.fasterxml.jackson.core;
    requires com.google.common;
    requires de.siegmar.fastcsv;
    requires ojalgo;
    requires transitive org.jgrapht.core;
    requires static com.google.errorprone.annotations;
    requires static java.compiler;
    requires static org.immutables.value.annotations;
    // Not transitive: whoever compiles against that needs AssertJ, also where no test is.
    requires static org.assertj.core;
    requires static transitive org.jspecify;

    exports org.lodegraph.ask;
    exports org.lodegraph.assertj;
    exports org.lodegraph.lp;
    exports org.lodegraph.flow;
    exports org.lodegraph.graph;
    exports org.lodegraph.io;
    exports org.lodegraph.measure;
    exports org.lodegraph.model;
    exports org.lodegraph.reference;
    exports org.lodegraph.query;
    exports org.lodegraph.render;
    exports org.lodegraph.report;
    exports org.lodegraph.scenario;
    exports org.lodegraph.stock;
    exports org.lodegraph.tables;
}
