package app.prtosales.aws.http;

import app.prtosales.text.Words;

/// What somebody who signs in may be (contract, "HTTP API").
public enum Role {
    PR,
    OPS,
    LEADERSHIP,
    SEQUENCE_OWNER;

    public String word() {
        return Words.of(this);
    }
}
