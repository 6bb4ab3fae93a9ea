package vn.toam.definition;

import java.util.List;
import vn.toam.shared.Text;

/** Anything the catalog defines. A definition is known by id and version; a published version never changes, a new one is added. */
public sealed interface Definition
        permits CodeList,
                Form,
                Indicator,
                Calendar,
                WorkYear,
                Observance,
                CriteriaSet,
                Role,
                Instrument,
                Programme,
                Published,
                Register {

    /** Stable name, unique among definitions of the same kind. */
    String id();

    /** Counts from 1. */
    int version();

    /** What people call it. */
    Text name();

    /** The legal documents or plans it comes from; may be empty. */
    List<Source> source();
}
