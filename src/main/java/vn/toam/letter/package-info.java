/**
 * The layout of an administrative paper by Decree 30/2020/NĐ-CP: a {@link vn.toam.letter.Letter} with letterhead, title, legal basis, body,
 * distribution list, signature and annexes, written as a Word document. Knows no database and no other module; whoever has a paper to
 * write makes a letter of it.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "shared")
@org.jspecify.annotations.NullMarked
package vn.toam.letter;
