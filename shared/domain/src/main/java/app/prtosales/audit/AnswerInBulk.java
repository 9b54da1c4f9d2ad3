package app.prtosales.audit;

import app.prtosales.audit.AnswerQuestions.Lists;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.placement.Judgment;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached;
import app.prtosales.response.Recorded;
import app.prtosales.response.Responses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Answers the three questions (R4.1) about many placements at once. Without a verdict, the first
/// answer is pending, and the pings are not counted.
public final class AnswerInBulk {

    private final Responses responses;
    private final Directory directory;

    public AnswerInBulk(Responses responses, Directory directory) {
        this.responses = responses;
        this.directory = directory;
    }

    /// @return the answers for each placement, in order
    public Map<PlacementId, PlacementAnswers> answer(List<Placement> placements) {
        return answer(
                placements,
                responses.aboutAll(placements),
                new Lists(directory.with(Set.of(ListName.SEQUENCES, ListName.ACCOUNTS))));
    }

    /// @param recorded contains only placements that have responses
    static Map<PlacementId, PlacementAnswers> answer(
            List<Placement> placements, Map<PlacementId, Recorded> recorded, Lists lists) {
        Map<PlacementId, PlacementAnswers> answers = new LinkedHashMap<>();
        for (Placement placement : placements) {
            Judgment judgment = placement.judgment();
            Recorded about = recorded.getOrDefault(placement.id(), Recorded.NOTHING);
            answers.put(
                    placement.id(),
                    AnswerQuestions.audit(
                            placement,
                            judgment == null ? Reached.nobodyYet(0) : judgment.reached(),
                            about.responses(),
                            lists,
                            about.acknowledged()));
        }
        return answers;
    }
}
