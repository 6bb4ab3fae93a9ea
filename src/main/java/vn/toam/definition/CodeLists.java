package vn.toam.definition;

/** Where fields find the lists of their choices. */
public interface CodeLists {

    /** @throws vn.toam.shared.NotFound when there is none */
    CodeList codes(String id);
}
