/**
 * What a plan says: a {@link vn.toam.plancontent.Plan} and its {@link vn.toam.plancontent.Element}s, each with its
 * {@link vn.toam.plancontent.Item}; its {@link vn.toam.plancontent.Target}s and the {@link vn.toam.plancontent.Binding}s that follow from
 * its words, which say who must do what until when. Rules only, no database.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "definition", "catalog", "agency", "encoding", "language", "document"})
@org.jspecify.annotations.NullMarked
package vn.toam.plancontent;
