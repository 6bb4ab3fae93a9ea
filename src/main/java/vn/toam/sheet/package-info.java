/**
 * Any table as rows: .xlsx, .xls, .ods, .csv and .json are told by their content and read row by row, bounded in every direction, texts of
 * old encodings become Unicode; and a list of the product as a file ({@link vn.toam.sheet.Table}). Knows no database and nothing of what stands in the rows.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "encoding", "paper"})
@org.jspecify.annotations.NullMarked
package vn.toam.sheet;
