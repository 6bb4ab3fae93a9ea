package vn.toam.architecture;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The statements that a repository's source builds: strings put together with +, ?: and formatted(), constants and local variables followed. What
 * cannot be known stands as …; a condition by province gives two texts, one with it and one of the whole country.
 */
final class SqlTexts extends TreeScanner<Void, Void> {

    /** @param where class and method; @param never the method may not run in a transaction */
    record Statement(String where, String sql, boolean never) {}

    private static final String UNKNOWN = "…";
    private static final List<String> BOTH = List.of("true", "s.province = :province");

    private final String type;
    private final Map<String, ExpressionTree> known = new HashMap<>();
    private final List<Statement> found = new ArrayList<>();
    private String method = "";
    private boolean never;

    private SqlTexts(String type) {
        this.type = type;
    }

    static List<Statement> of(String type, String source) {
        var file = new SimpleJavaFileObject(URI.create("string:///" + type + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignored) {
                return source;
            }
        };
        try {
            JavacTask task = (JavacTask)
                    ToolProvider.getSystemJavaCompiler().getTask(null, null, null, null, null, List.of(file));
            SqlTexts texts = new SqlTexts(type);
            for (Tree unit : task.parse()) {
                unit.accept(
                        new TreeScanner<Void, Void>() {
                            @Override
                            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
                                if (variable.getInitializer() != null) {
                                    texts.known.put(variable.getName().toString(), variable.getInitializer());
                                }
                                return super.visitVariable(variable, none);
                            }
                        },
                        null);
                texts.scan(unit, null);
            }
            return texts.found;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
        method = tree.getName().toString();
        never = tree.getModifiers().toString().contains("Propagation.NEVER");
        super.visitMethod(tree, none);
        method = "";
        return null;
    }

    /** A constant is read where it is used. */
    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void none) {
        return method.isEmpty() && "String".equals(String.valueOf(tree.getType()))
                ? null
                : super.visitVariable(tree, none);
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void none) {
        if (tree instanceof ExpressionTree expression && text(expression)) {
            for (String each : values(expression, 0)) {
                String sql = each.replaceAll("\\s+", " ").strip();
                if (sql.matches("(?i)(select|insert|update|delete|with|analyze|vacuum)\\b.*")) {
                    found.add(new Statement(type + "#" + method, sql, never));
                }
            }
            return null;
        }
        return super.scan(tree, none);
    }

    private boolean text(ExpressionTree tree) {
        return switch (tree) {
            case LiteralTree literal -> literal.getValue() instanceof String;
            case BinaryTree sum ->
                sum.getKind() == Tree.Kind.PLUS && (text(sum.getLeftOperand()) || text(sum.getRightOperand()));
            case ParenthesizedTree inner -> text(inner.getExpression());
            case ConditionalExpressionTree choice ->
                text(choice.getTrueExpression()) && text(choice.getFalseExpression());
            case MethodInvocationTree call ->
                call.getMethodSelect() instanceof MemberSelectTree select
                        && List.of("formatted", "replace")
                                .contains(select.getIdentifier().toString())
                        && text(select.getExpression());
            case IdentifierTree name ->
                name.getName().toString().matches("[A-Z_]+") && constant(name) != null && text(constant(name));
            default -> false;
        };
    }

    private @Nullable ExpressionTree constant(IdentifierTree name) {
        return known.get(name.getName().toString());
    }

    private List<String> values(ExpressionTree tree, int depth) {
        if (depth > 12) {
            return List.of(UNKNOWN);
        }
        return switch (tree) {
            case LiteralTree literal
            when literal.getValue() instanceof String text ->
                text.contains("/*province*/")
                        ? BOTH.stream()
                                .map(one -> text.replace("/*province*/", one))
                                .toList()
                        : List.of(text);
            case BinaryTree sum ->
                join(values(sum.getLeftOperand(), depth + 1), values(sum.getRightOperand(), depth + 1));
            case ParenthesizedTree inner -> values(inner.getExpression(), depth + 1);
            case ConditionalExpressionTree choice -> {
                List<String> both = new ArrayList<>(values(choice.getTrueExpression(), depth + 1));
                both.addAll(values(choice.getFalseExpression(), depth + 1));
                yield both;
            }
            case IdentifierTree name when constant(name) != null -> values(constant(name), depth + 1);
            case MethodInvocationTree call -> called(call, depth);
            default -> List.of(UNKNOWN);
        };
    }

    private List<String> called(MethodInvocationTree call, int depth) {
        if (call.getMethodSelect().toString().equals("Partitions.where")) {
            return BOTH;
        }
        if (!text(call) || !(call.getMethodSelect() instanceof MemberSelectTree select)) {
            return List.of(UNKNOWN);
        }
        List<String> texts = values(select.getExpression(), depth + 1);
        if (select.getIdentifier().contentEquals("formatted")) {
            for (ExpressionTree argument : call.getArguments()) {
                List<String> filled = new ArrayList<>();
                for (String text : texts) {
                    values(argument, depth + 1)
                            .forEach(value -> filled.add(text.replaceFirst(
                                    "%(?:\\d\\$)?[sd]", java.util.regex.Matcher.quoteReplacement(value))));
                }
                texts = filled;
            }
        }
        return texts;
    }

    private static List<String> join(List<String> left, List<String> right) {
        return left.stream()
                .flatMap(one -> right.stream().map(other -> one + other))
                .toList();
    }
}
