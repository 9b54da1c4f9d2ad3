package app.prtosales.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.Audits;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.contract.AuditsContract;
import app.prtosales.placement.Publication;
import app.prtosales.samples.Samples;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoAuditsTest extends AuditsContract {

    @Override
    protected Audits emptyAudits() {
        Database database = Database.empty();
        return new DynamoAudits(database.dynamo(), database.table());
    }

    @Test
    void a_week_frozen_before_its_start_was_stored_began_on_its_monday() {
        Database database = Database.empty();
        Audits audits = new DynamoAudits(database.dynamo(), database.table());
        WeeklyReport week = Samples.week(1);
        audits.freeze(week);

        remove(database, "startsAt");

        assertThat(audits.find(week.week()))
                .map(WeeklyReport::startsAt)
                .contains(week.week().startsAt(Samples.NEW_YORK));
    }

    @Test
    void a_week_frozen_before_the_zone_of_an_untouched_placement_was_stored_has_its_instant() {
        Database database = Database.empty();
        Audits audits = new DynamoAudits(database.dynamo(), database.table());
        WeeklyReport week = Samples.week(1);
        audits.freeze(week);

        remove(database, "inPlay.untouched[0].#zone, inPlay.untouched[0].dateOnly");

        assertThat(audits.find(week.week()))
                .map(found -> found.inPlay().untouched().getFirst().publication())
                .contains(new Publication(Samples.WEDNESDAY, ZoneOffset.UTC, false));
    }

    private static void remove(Database database, String attributes) {
        database.dynamo()
                .updateItem(update -> {
                    update.tableName(database.table())
                            .key(
                                    Map.of(
                                            "PK",
                                            AttributeValue.fromS("AUDIT#2026-W26"),
                                            "SK",
                                            AttributeValue.fromS("WEEK")))
                            .updateExpression("REMOVE " + attributes);
                    if (attributes.contains("#zone")) {
                        update.expressionAttributeNames(Map.of("#zone", "zone"));
                    }
                });
    }
}
