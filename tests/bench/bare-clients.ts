import { readFileSync } from 'node:fs';

const client = (name: string, from: string, ...commands: readonly string[]) =>
  `import { ${[name, ...commands].join(', ')} } from '@aws-sdk/client-${from}';\nuse(new ${name}(), ${commands.join(', ')});\n`;

const dynamo = client(
  'DynamoDBClient',
  'dynamodb',
  'GetItemCommand',
  'QueryCommand',
  'PutItemCommand',
  'TransactWriteItemsCommand',
);
const ssm = client('SSMClient', 'ssm', 'GetParameterCommand');

/** The AWS clients behind what `on-aws.ts` gives. */
const behind: Readonly<Record<string, readonly string[]>> = {
  table: [dynamo],
  personalTable: [dynamo, client('KMSClient', 'kms', 'DecryptCommand', 'GenerateDataKeyCommand')],
  bus: [client('EventBridgeClient', 'eventbridge', 'PutEventsCommand')],
  mailer: [client('SESClient', 'ses', 'SendRawEmailCommand')],
  secrets: [ssm],
  meetings: [ssm],
};

/** A handler that does nothing but hold the AWS clients that a Lambda entry needs: what no code of ours could be smaller than. */
export function bareClientsOf(entry: string): string {
  const imported = /import \{([^}]*)\} from '#shared\/adapters\/on-aws/.exec(readFileSync(entry, 'utf8'))?.[1] ?? '';
  const clients = new Set(imported.split(',').flatMap((name) => behind[name.trim()] ?? []));
  return `const use = (...all: readonly unknown[]) => all;\n${[...clients].sort().join('')}export const handler = async () => use();\n`;
}
