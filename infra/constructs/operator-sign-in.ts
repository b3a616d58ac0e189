import { CfnManagedLoginBranding, OAuthScope, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { onlyOnAws } from '../only-on-aws.ts';
import type { OperatorPool } from './operator-pool.ts';

interface OperatorSignInProps {
  readonly operators: OperatorPool;
  /** Where the pages are, without a trailing slash. */
  readonly url: string;
}

/** How the operator gets in: through Cognito's own page, with a code that is worth nothing to others (PKCE), and no secret. */
export class OperatorSignIn extends Construct {
  /** What the functions that sign in and check sessions are told. */
  readonly environment: Readonly<Record<'SIGN_IN_ISSUER' | 'SIGN_IN_CLIENT_ID' | 'SIGN_IN_DOMAIN', string>>;

  constructor(scope: Construct, id: string, { operators, url }: OperatorSignInProps) {
    super(scope, id);
    const { pool, domain } = operators;
    const { region } = Stack.of(this);
    const client = new UserPoolClient(this, 'Client', {
      userPool: pool,
      generateSecret: false,
      authFlows: { user: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
        // The second is where the page that adds a passkey leads back to.
        callbackUrls: [`${url}/sign-in/callback`, `${url}/sign-in`],
        logoutUrls: [`${url}/`],
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      idTokenValidity: Duration.hours(12),
      accessTokenValidity: Duration.hours(12),
      refreshTokenValidity: Duration.hours(12),
    });
    onlyOnAws(
      new CfnManagedLoginBranding(this, 'Branding', {
        userPoolId: pool.userPoolId,
        clientId: client.userPoolClientId,
        useCognitoProvidedValues: true,
      }),
    );
    const login = `${domain.domainName}.auth.${region}.amazoncognito.com`;
    // Cognito offers a passkey to who signs up; who was invited must ask for one.
    new CfnOutput(Stack.of(this), 'AddPasskey', {
      value: `https://${login}/passkeys/add?client_id=${client.userPoolClientId}&redirect_uri=${url}/sign-in`,
    });
    this.environment = {
      SIGN_IN_ISSUER: `https://cognito-idp.${region}.amazonaws.com/${pool.userPoolId}`,
      SIGN_IN_CLIENT_ID: client.userPoolClientId,
      SIGN_IN_DOMAIN: login,
    };
  }
}
