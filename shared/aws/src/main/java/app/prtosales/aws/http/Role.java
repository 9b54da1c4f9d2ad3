package app.prtosales.aws.http;

import app.prtosales.text.Words;
import java.util.Optional;

/// What somebody who signs in may be (contract, "HTTP API").
public enum Role {
    PR,
    OPS,
    LEADERSHIP,
    SEQUENCE_OWNER;

    public String word() {
        return Words.of(this);
    }

    public static Optional<Role> read(String word) {
        return Words.read(Role.class, word);
    }
}
