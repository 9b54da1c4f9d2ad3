package app.prtosales.samples;

import app.prtosales.intake.Submission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds a submission that differs from another one only where a test needs it to.
public final class SubmissionBuilder {

    private final Submission from;
    private @Nullable String url;
    private @Nullable String outlet;
    private @Nullable String format;
    private @Nullable String publishedAt;
    private @Nullable String zone;
    private List<String> segments;
    private @Nullable String topic;
    private List<String> personas;
    private @Nullable String tone;
    private @Nullable String whyItMatters;
    private @Nullable String holdingLine;
    private @Nullable String forwardability;
    private @Nullable Boolean backfill;

    public SubmissionBuilder(Submission from) {
        this.from = from;
        url = from.url();
        outlet = from.outlet();
        format = from.format();
        publishedAt = from.publishedAt();
        zone = from.zone();
        segments = from.segments();
        topic = from.topic();
        personas = from.personas();
        tone = from.tone();
        whyItMatters = from.whyItMatters();
        holdingLine = from.holdingLine();
        forwardability = from.forwardability();
        backfill = from.backfill();
    }

    public SubmissionBuilder url(@Nullable String value) {
        url = value;
        return this;
    }

    public SubmissionBuilder outlet(String value) {
        outlet = value;
        return this;
    }

    public SubmissionBuilder format(String value) {
        format = value;
        return this;
    }

    public SubmissionBuilder publishedAt(String value) {
        publishedAt = value;
        return this;
    }

    public SubmissionBuilder zone(String value) {
        zone = value;
        return this;
    }

    public SubmissionBuilder segments(List<String> value) {
        segments = value;
        return this;
    }

    public SubmissionBuilder topic(String value) {
        topic = value;
        return this;
    }

    public SubmissionBuilder personas(List<String> value) {
        personas = value;
        return this;
    }

    public SubmissionBuilder tone(String value) {
        tone = value;
        return this;
    }

    public SubmissionBuilder whyItMatters(String value) {
        whyItMatters = value;
        return this;
    }

    public SubmissionBuilder holdingLine(@Nullable String value) {
        holdingLine = value;
        return this;
    }

    public SubmissionBuilder forwardability(String value) {
        forwardability = value;
        return this;
    }

    public SubmissionBuilder backfill(boolean value) {
        backfill = value;
        return this;
    }

    public Submission build() {
        return new Submission(
                url,
                outlet,
                from.headline(),
                format,
                publishedAt,
                zone,
                segments,
                from.note(),
                topic,
                personas,
                from.spokesperson(),
                from.quote(),
                whyItMatters,
                holdingLine,
                tone,
                forwardability,
                backfill);
    }
}
