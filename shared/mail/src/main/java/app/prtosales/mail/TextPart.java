package app.prtosales.mail;

import org.jspecify.annotations.Nullable;

/// The text part of an email: paragraphs, separated by blank lines.
final class TextPart {

    private final StringBuilder text = new StringBuilder();

    /// @param lines the lines of a paragraph; an empty paragraph is left out
    TextPart paragraph(String... lines) {
        String paragraph = String.join("\n", lines).strip();
        if (!paragraph.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(paragraph);
        }
        return this;
    }

    /// The signal, and the lines that name the story.
    TextPart story(StoryBlock story) {
        @Nullable String url = story.url();
        return paragraph("%s: %s".formatted(story.signal().word(), story.signal().rule(url)))
                .paragraph(story.source(), story.headline(), url == null ? "" : url);
    }

    TextPart list(String label, Iterable<?> lines) {
        StringBuilder list = new StringBuilder(label);
        for (Object line : lines) {
            list.append("\n- ").append(line);
        }
        return paragraph(list.toString());
    }

    @Override
    public String toString() {
        return text + "\n";
    }
}
