import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;

/**
 * Agent of the release build. Java lists the methods of a class in an order that changes from run to run, and the proxies that the build makes
 * repeat it; here they are listed by name, so that the same sources give the same bytes.
 */
public final class SortedMethods implements ClassFileTransformer {

    private static final Set<String> LISTING =
            Set.of("org/springframework/cglib/core/ReflectUtils", "org/springframework/util/ReflectionUtils");

    private SortedMethods() {}

    public static void premain(String arguments, Instrumentation instrumentation) {
        instrumentation.addTransformer(new SortedMethods());
    }

    public static Method[] of(Class<?> type) {
        Method[] methods = type.getDeclaredMethods();
        Arrays.sort(methods, Comparator.comparing(Method::toString));
        return methods;
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> again, ProtectionDomain domain, byte[] bytes) {
        if (name == null || !LISTING.contains(name)) {
            return null;
        }
        MethodTypeDesc sorted =
                MethodTypeDesc.of(Method.class.describeConstable().orElseThrow().arrayType(), ConstantDescs.CD_Class);
        ClassFile file = ClassFile.of();
        return file.transformClass(file.parse(bytes), ClassTransform.transformingMethodBodies((code, element) -> {
            if (element instanceof InvokeInstruction call
                    && call.name().equalsString("getDeclaredMethods")
                    && call.owner().asInternalName().equals("java/lang/Class")) {
                code.invokestatic(ClassDesc.of("SortedMethods"), "of", sorted);
            } else {
                code.with(element);
            }
        }));
    }
}
