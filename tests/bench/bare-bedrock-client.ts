import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';

const client = new BedrockRuntimeClient();

/** What an agent's Lambda is measured against: the client alone. */
export const handler = (modelId: string) => client.send(new ConverseCommand({ modelId }));
