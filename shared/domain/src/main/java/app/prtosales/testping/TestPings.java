package app.prtosales.testping;

import app.prtosales.delivery.DeliveryId;
import java.util.List;
import java.util.Optional;

/// The requested test pings. They are kept longer than a queue message lives.
public interface TestPings {

    /// @return false if a test with the same id exists, in which case nothing is stored
    boolean add(TestPing test);

    Optional<TestPing> find(DeliveryId id);

    /// One person's tests in one hour, ordered by number.
    ///
    /// @param subject the hour's subject ([TestPing#subjectAt])
    List<TestPing> of(String person, String subject);
}
