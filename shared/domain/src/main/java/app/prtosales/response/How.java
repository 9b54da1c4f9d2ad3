package app.prtosales.response;

import app.prtosales.text.Words;

/// How a rep used a placement in a deal.
public enum How {
    SENT_TO_THE_CUSTOMER,
    TALKED_ABOUT,
    IN_A_PROPOSAL,
    IN_A_MEETING;

    public String word() {
        return Words.of(this);
    }

    /// The label that people see: `Sent to the customer`.
    public String label() {
        String words = word().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
