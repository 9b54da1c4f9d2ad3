package app.prtosales.directory;

/// A changed cell of a list.
///
/// @param row the row's key
/// @param before empty if the cell was empty; likewise `after` if it will be
public record CellChange(String row, String column, String before, String after) {}
