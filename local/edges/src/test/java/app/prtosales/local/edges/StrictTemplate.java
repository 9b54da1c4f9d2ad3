package app.prtosales.local.edges;

import java.util.Map;

/// The small template, and a function in it with a role of its own.
final class StrictTemplate {

    static final String FUNCTION = "Guest";

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
        return at(url, "", "");
    }

    /// @param change a text of the guest's part, for which another one stands
    static CloudTemplate at(String url, String change, String other) {
        String guest = GUEST.replace("EDGES", url);
        return CloudTemplate.of(
                ToyTemplate.TEXT + "\n" + (change.isEmpty() ? guest : guest.replace(change, other)),
                new LocalStack(url, Map.of("Sender", "toy@toys.example")));
    }
}
