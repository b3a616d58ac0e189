import { GetParametersByPathCommand, type GetParametersByPathCommandOutput, type SSMClient } from '@aws-sdk/client-ssm';
import * as z from 'zod';
import { AppError } from '#shared/domain/errors.ts';

/** Where dead letters of a function go back to: its queue, the function itself, or the bus, for what its stream lost. */
const Home = z.object({
  deadLetters: z.string(),
  queue: z.string().optional(),
  lambda: z.string().optional(),
  stream: z.literal(true).optional(),
});
export type Home = z.infer<typeof Home>;

const Stage = z.object({ table: z.string(), bus: z.string(), masterKey: z.string() });

/** What the application stack says of itself (`infra/constructs/stage-description.ts`). */
export interface StageDescription extends z.infer<typeof Stage> {
  readonly homes: ReadonlyMap<string, Home>;
}

/** Reads the description of a deployed stage. Throws `stage.not-found` when there is none in this account and region. */
export async function readStageDescription(ssm: Pick<SSMClient, 'send'>, stage: string): Promise<StageDescription> {
  const path = `/heliix-csm/${stage}/description`;
  const found = new Map<string, unknown>();
  let token: string | undefined;
  do {
    const request = { Path: path, Recursive: true, ...(token === undefined ? {} : { NextToken: token }) };
    const page: GetParametersByPathCommandOutput = await ssm.send(new GetParametersByPathCommand(request));
    for (const { Name = '', Value = '' } of page.Parameters ?? [])
      found.set(Name.slice(path.length + 1), JSON.parse(Value));
    token = page.NextToken;
  } while (token !== undefined);

  if (!found.has('stage')) throw new AppError('stage.not-found', { stage });
  const homes = [...found].flatMap(([name, value]) =>
    name.startsWith('functions/') ? [[name.slice('functions/'.length), Home.parse(value)] as const] : [],
  );
  return { ...Stage.parse(found.get('stage')), homes: new Map(homes) };
}
