// region module
/** A web service that embeds the library. */
module org.lodegraph.examples.service {
    requires org.lodegraph;
    requires org.apache.tomcat.embed.core;
    requires org.slf4j;
    requires spring.beans;
    requires spring.boot;
    requires spring.boot.autoconfigure;
    requires spring.context;
    requires spring.core;
    requires spring.web;
    requires spring.webmvc;
    requires tools.jackson.databind;

    // Spring makes the objects of this package and calls their methods.
    opens org.lodegraph.examples.service;
}
// endregion
