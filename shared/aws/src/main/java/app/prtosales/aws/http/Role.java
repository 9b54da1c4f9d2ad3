package app.prtosales.aws.http;

import app.prtosales.text.Words;

/// The roles of the people who sign in (`docs/openapi.yaml`).
public enum Role {
    PR,
    OPS,
    LEADERSHIP,
    SEQUENCE_OWNER;

    public String word() {
        return Words.of(this);
    }
}
