package app.prtosales.aws.http;

/// Whom a token that the gateway verified is about.
sealed interface Identity {

    /// No token came, or none that names a mail address, such as an access token of Cognito's.
    record Nobody() implements Identity {}

    /// The issuer does not vouch for the address.
    record Unverified() implements Identity {}

    record Known(Caller caller) implements Identity {}
}
