package vn.toam.faults;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which lines of the application the running test reached: every line of our classes reports itself. The agent of {@link FaultRunner}. */
public final class Reached {

    private static final int MOST = 400_000;
    private static final boolean[] HITS = new boolean[MOST];
    private static final Map<String, Integer> IDS = new ConcurrentHashMap<>();
    private static final List<String> LINES = new ArrayList<>();
    private static final ClassDesc OWNER = ClassDesc.of(Reached.class.getName());
    private static final MethodTypeDesc HIT = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);

    /** Reads class files: a class that is loaded while another one is being changed would stay without probes. */
    private static final ClassHierarchyResolver HIERARCHY =
            ClassHierarchyResolver.ofResourceParsing(Reached.class.getClassLoader());

    static Instrumentation instrumentation;

    private Reached() {}

    public static void premain(String arguments, Instrumentation given) {
        instrumentation = given;
        if ("lines".equals(arguments)) {
            given.addTransformer(new ClassFileTransformer() {
                @Override
                public byte[] transform(
                        ClassLoader loader, String name, Class<?> old, ProtectionDomain from, byte[] bytes) {
                    return name != null && name.startsWith("vn/toam/") && old == null && isOurs(from)
                            ? probed(name, bytes)
                            : null;
                }
            });
        }
    }

    /** Called by every line. */
    public static void hit(int line) {
        HITS[line] = true;
    }

    /** The lines since the last call, as {@code vn/toam/plan/Plan:12}. */
    static List<String> take() {
        List<String> lines = new ArrayList<>();
        synchronized (LINES) {
            for (int i = 0; i < LINES.size(); i++) {
                if (HITS[i]) {
                    HITS[i] = false;
                    lines.add(LINES.get(i));
                }
            }
        }
        return lines;
    }

    private static boolean isOurs(ProtectionDomain from) {
        return from != null
                && from.getCodeSource() != null
                && from.getCodeSource().getLocation().getPath().endsWith("target/faults/classes/");
    }

    private static byte[] probed(String name, byte[] bytes) {
        String top = name.replaceAll("\\$.*", "");
        ClassFile format = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(HIERARCHY));
        return format.transformClass(format.parse(bytes), ClassTransform.transformingMethodBodies((code, element) -> {
            code.with(element);
            if (element instanceof LineNumber line) {
                code.loadConstant(id(top + ":" + line.line())).invokestatic(OWNER, "hit", HIT);
            }
        }));
    }

    private static int id(String line) {
        return IDS.computeIfAbsent(line, l -> {
            synchronized (LINES) {
                LINES.add(l);
                return LINES.size() - 1;
            }
        });
    }
}
