package app.prtosales.testping;

import app.prtosales.delivery.DeliveryId;
import java.util.List;
import java.util.Optional;

/// The tests that people asked for. They are kept for some days, longer than a message of the queue
/// lives.
public interface TestPings {

    /// @return false when one with its id is there already; then nothing was stored
    boolean add(TestPing test);

    Optional<TestPing> find(DeliveryId id);

    /// Those of one person in one hour, in the order of their numbers.
    ///
    /// @param subject the hour's ([TestPing#subjectAt])
    List<TestPing> of(String person, String subject);
}
