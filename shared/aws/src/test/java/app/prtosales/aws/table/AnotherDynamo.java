package app.prtosales.aws.table;

/// A DynamoDB that is not ours, for the tests to make their tables at: a service that a profile of
/// the build puts on the class path.
public interface AnotherDynamo {

    /// Started when this is first asked; skips the test where it cannot be.
    String endpoint();
}
