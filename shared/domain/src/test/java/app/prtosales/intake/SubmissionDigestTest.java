package app.prtosales.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The same idempotency key with a different submission is refused (I4), so the digest has to
/// include every field.
class SubmissionDigestTest {

    @Test
    void submissions_that_differ_in_any_field_have_different_digests()
            throws ReflectiveOperationException {
        RecordComponent[] fields = Submission.class.getRecordComponents();
        Set<String> digests = new HashSet<>();
        digests.add(with(fields, -1).digest());

        for (int i = 0; i < fields.length; i++) {
            assertThat(digests.add(with(fields, i).digest())).as(fields[i].getName()).isTrue();
        }
    }

    @Test
    void the_same_text_in_another_field_has_another_digest() throws ReflectiveOperationException {
        RecordComponent[] fields = Submission.class.getRecordComponents();

        assertThat(with(fields, indexOf(fields, "segments")).digest())
                .isNotEqualTo(with(fields, indexOf(fields, "personas")).digest());
    }

    private static int indexOf(RecordComponent[] fields, String name) {
        return Arrays.stream(fields).map(RecordComponent::getName).toList().indexOf(name);
    }

    /// A submission with only this field set; with none if the index is -1.
    private static Submission with(RecordComponent[] fields, int index)
            throws ReflectiveOperationException {
        @Nullable Object[] values = new @Nullable Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            Class<?> type = fields[i].getType();
            values[i] =
                    type == List.class
                            ? i == index ? List.of("x") : List.of()
                            : i != index ? null : type == Boolean.class ? true : "x";
        }
        Class<?>[] types =
                Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return Submission.class.getDeclaredConstructor(types).newInstance(values);
    }
}
