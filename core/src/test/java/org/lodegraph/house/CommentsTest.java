package org.lodegraph.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Whatever users can see has a comment: types, record components, methods, constructors, constants. What overrides
 * inherits its comment, and a record's own constructor has that of the record.
 */
class CommentsTest {

    @Test
    void whateverUsersSeeHasAComment() {
        var core = House.mainSources().stream()
                .filter(file -> House.show(file).startsWith("core/"))
                .toList();

        assertThat(core).isNotEmpty();
        assertThat(uncommented(core)).isEmpty();
    }

    private static List<String> uncommented(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            var visitor = new Visitor(DocTrees.instance(task));
            for (var unit : task.parse()) {
                visitor.scan(unit, null);
            }
            return ImmutableList.copyOf(visitor.missing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Visitor extends TreePathScanner<Void, ClassTree> {

        private final DocTrees docs;
        private final List<String> missing = new ArrayList<>();

        Visitor(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitCompilationUnit(CompilationUnitTree unit, ClassTree none) {
            for (var type : unit.getTypeDecls()) {
                scan(type, none);
            }
            return null;
        }

        @Override
        public Void visitClass(ClassTree type, ClassTree outer) {
            if (!isSeen(type.getModifiers().getFlags(), outer)) {
                return null;
            }
            require(type, type.getSimpleName().toString());
            if (type.getKind() == Tree.Kind.RECORD) {
                components(type).forEach(name -> requireComponent(type, name));
            }
            for (var member : type.getMembers()) {
                scan(member, type);
            }
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, ClassTree type) {
            var flags = method.getModifiers().getFlags();
            var overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            var ownConstructor = type.getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
            if (isSeen(flags, type) && !overrides && !ownConstructor) {
                require(method, type.getSimpleName() + "." + method.getName());
            }
            return null;
        }

        @Override
        public Void visitVariable(VariableTree field, ClassTree type) {
            if (isSeen(field.getModifiers().getFlags(), type)) {
                require(field, type.getSimpleName() + "." + field.getName());
            }
            return null;
        }

        private static boolean isSeen(Set<Modifier> flags, ClassTree outer) {
            var open = outer != null && (outer.getKind() == Tree.Kind.INTERFACE);
            return open && !flags.contains(Modifier.PRIVATE)
                    || flags.contains(Modifier.PUBLIC)
                    || flags.contains(Modifier.PROTECTED);
        }

        private static List<String> components(ClassTree type) {
            return type.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                    .map(field -> field.getName().toString())
                    .toList();
        }

        private void require(Tree tree, String name) {
            if (comment() == null) {
                missing.add(name + ": has no comment");
            }
        }

        private void requireComponent(ClassTree type, String name) {
            var comment = comment();
            if (comment != null
                    && comment.getBlockTags().stream()
                            .noneMatch(tag -> tag instanceof ParamTree param
                                    && param.getName().toString().equals(name))) {
                missing.add(type.getSimpleName() + ": has no @param for its component '" + name + "'");
            }
        }

        private DocCommentTree comment() {
            return docs.getDocCommentTree(getCurrentPath());
        }
    }
}
