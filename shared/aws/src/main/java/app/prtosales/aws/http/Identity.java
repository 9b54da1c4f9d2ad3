package app.prtosales.aws.http;

/// The person that a verified token identifies.
sealed interface Identity {

    /// There is no token, or it contains no email address, like Cognito's access tokens.
    record Nobody() implements Identity {}

    /// The issuer has not verified the address.
    record Unverified() implements Identity {}

    record Known(Caller caller) implements Identity {}
}
