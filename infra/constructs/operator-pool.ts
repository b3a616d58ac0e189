import {
  AccountRecovery,
  CfnUserPoolUser,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  PasskeyUserVerification,
  UserPool,
  type UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import { Aws, Duration, type RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { onlyOnAws } from '../only-on-aws.ts';
import type { Settings } from '../settings.ts';

interface OperatorPoolProps {
  readonly settings: Settings;
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
}

/** Who may sign in: one operator, invited by mail, with a passkey. Nobody can sign up, and nobody else is ever added. */
export class OperatorPool extends Construct {
  readonly pool: UserPool;
  readonly domain: UserPoolDomain;

  constructor(scope: Construct, id: string, { settings, removalPolicy, deletionProtection }: OperatorPoolProps) {
    super(scope, id);
    const { stage, operatorAddress } = settings;
    this.pool = new UserPool(this, 'Pool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      // The default invitation leaves the password out where passkeys are allowed, and without it nobody could begin.
      userInvitation: {
        emailSubject: 'Your account of the customer success manager',
        emailBody: 'You sign in as {username}. Your temporary password, for a day: {####}',
      },
      signInCaseSensitive: false,
      signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
      passkeyUserVerification: PasskeyUserVerification.REQUIRED,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 20,
        requireDigits: true,
        requireLowercase: true,
        requireSymbols: true,
        requireUppercase: true,
        tempPasswordValidity: Duration.days(1),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection,
      removalPolicy,
    });
    this.domain = this.pool.addDomain('Domain', {
      // Unique in all of AWS.
      cognitoDomain: { domainPrefix: `heliix-csm-${stage}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const operator = new CfnUserPoolUser(this, 'Operator', {
      userPoolId: this.pool.userPoolId,
      username: operatorAddress,
      desiredDeliveryMediums: ['EMAIL'],
      userAttributes: [
        { name: 'email', value: operatorAddress },
        { name: 'email_verified', value: 'true' },
      ],
    });
    onlyOnAws(operator);
    Validations.of(this.pool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason:
          'The operator signs in with a passkey that verifies the user: two factors in one. Cognito refuses passkeys in pools that ' +
          'demand a further factor.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason: 'The Plus plan guesses at stolen passwords of many users; here is one, with a passkey.',
      },
    );
  }
}
