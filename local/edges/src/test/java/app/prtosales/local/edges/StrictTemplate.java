package app.prtosales.local.edges;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/// The toy template plus a function with a role of its own.
final class StrictTemplate {

    static final String FUNCTION = "Guest";

    static final String AUTHORIZATION =
            "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0";

    private static final String GUEST =
            """
              GuestLogs: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: guests } }
              NoFriends:
                Type: AWS::IAM::ManagedPolicy
                Properties:
                  PolicyDocument:
                    Statement:
                      - Sid: NoFriends
                        Effect: Deny
                        Action: dynamodb:DeleteItem
                        Resource: !GetAtt Table.Arn
                        Condition: { "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": "FRIEND#*" } }
              GuestRole:
                Type: AWS::IAM::Role
                Properties:
                  ManagedPolicyArns: [!Ref NoFriends]
                  Policies:
                    - PolicyDocument:
                        Statement:
                          - Sid: Logs
                            Effect: Allow
                            Action: logs:CreateLogStream
                            Resource: !GetAtt GuestLogs.Arn
                          - Sid: Write
                            Effect: Allow
                            Action: [dynamodb:PutItem, dynamodb:DeleteItem, dynamodb:BatchWriteItem]
                            Resource: !GetAtt Table.Arn
                            Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["OWN#*", "FRIEND#*"] } }
                          - Sid: Read
                            Effect: Allow
                            Action: dynamodb:Query
                            Resource: !Sub "${Table.Arn}/index/due"
                            Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": DUE } }
                          - { Sid: Queue, Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt Jobs.Arn }
                          - { Sid: Tell, Effect: Allow, Action: events:PutEvents, Resource: !GetAtt Bus.Arn }
                          - Sid: Mail
                            Effect: Allow
                            Action: ses:SendEmail
                            Resource:
                              - !Sub "arn:aws:ses:${AWS::Region}:${AWS::AccountId}:identity/${Sender}"
                              - !Sub "arn:aws:ses:${AWS::Region}:${AWS::AccountId}:identity/toys.example"
                            Condition: { StringEquals: { "ses:FromAddress": !Ref Sender } }
              Guest:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: toys.Guest
                  Role: !GetAtt GuestRole.Arn
                  LoggingConfig: { LogGroup: !Ref GuestLogs }
                  Environment: { Variables: { AWS_ENDPOINT_URL: "EDGES" } }
                  Events:
                    Jobs: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }
            """;

    private StrictTemplate() {}

    static CloudTemplate at(String url) {
        return of(GUEST, url);
    }

    /// Starts in-memory edges for this template.
    static Edges start(Work work, Consumer<Refusal> refusals) throws IOException {
        return Edges.start(
                Edges.Settings.inMemory(),
                StrictTemplate::at,
                FunctionCalls.none(),
                work,
                InstantSource.system(),
                refusals);
    }

    /// A request to DynamoDB, or to the service in `target`, with an `Authorization` header in the
    /// SDK's format. Its signature is a dummy, which the edges do not check.
    static HttpRequest request(String url, String target, Map<String, Object> body) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("X-Amz-Target", target)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("Authorization", AUTHORIZATION)
                .POST(HttpRequest.BodyPublishers.ofString(Json.text(body)))
                .build();
    }

    /// @param change the text in the guest function's part of the template that `other` replaces
    static CloudTemplate at(String url, String change, String other) {
        if (!GUEST.contains(change)) {
            throw new IllegalArgumentException("not in the template: " + change);
        }
        return of(GUEST.replace(change, other), url);
    }

    private static CloudTemplate of(String guest, String url) {
        return CloudTemplate.of(
                ToyTemplate.TEXT + "\n" + guest.replace("EDGES", url),
                new LocalStack(url, Map.of("Sender", "toy@toys.example")));
    }
}
