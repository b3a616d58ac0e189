import { handle, type LambdaEvent } from 'hono/aws-lambda';
import * as z from 'zod';
import type { HttpFunction } from '#functions/define-function.ts';
import type { Log } from '#shared/ports/log.ts';
import { httpApp } from './http.ts';
import { lambdaHandler } from './lambda-handler.ts';

/** The Lambda of an HTTP function behind an API Gateway HTTP API. It serves the function's own routes and no others. */
export const lambdaForHttp = <D extends { readonly log: Log }>(
  definition: HttpFunction & {
    readonly run: (deps: D, request: Request, params: Readonly<Record<string, string>>) => Promise<Response>;
  },
  deps: NoInfer<D>,
) =>
  lambdaHandler({
    input: ApiRequest,
    deps,
    // The schema checks what tells this kind of event from others; the rest is as API Gateway documents it.
    handle: (given, request) => handle(httpApp([definition], given))(request as unknown as LambdaEvent),
  });

const ApiRequest = z.looseObject({
  version: z.literal('2.0'),
  rawPath: z.string(),
  rawQueryString: z.string(),
  headers: z.record(z.string(), z.string()),
  requestContext: z.looseObject({ http: z.looseObject({ method: z.string() }) }),
  body: z.string().optional(),
  isBase64Encoded: z.boolean(),
});
