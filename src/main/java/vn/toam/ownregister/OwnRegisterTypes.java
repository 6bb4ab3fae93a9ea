package vn.toam.ownregister;

import java.util.List;
import vn.toam.definition.RecordField;

/** Types of fields that can be chosen on the page of an own register. */
public final class OwnRegisterTypes {

    /** In the order in which they are offered. */
    public static final List<RecordField.Type> ALL = List.of(
            RecordField.Type.TEXT,
            RecordField.Type.LONG,
            RecordField.Type.DATE,
            RecordField.Type.INTEGER,
            RecordField.Type.DECIMAL,
            RecordField.Type.MONEY,
            RecordField.Type.YES_NO,
            RecordField.Type.CODE,
            RecordField.Type.PERSON,
            RecordField.Type.PHONE,
            RecordField.Type.DOCUMENT);

    private OwnRegisterTypes() {}

    /** True for what a table called a type and nobody knows. */
    public static boolean unknown(String type) {
        return ALL.stream().noneMatch(each -> each.name().equals(type));
    }
}
