/** One test file for all, because each one would load the CDK anew, which takes longer than every test together. */
import './application-stack.ts';
import './entries.ts';
import './grants.ts';
import './nag.ts';
import './operation.ts';
import './registry.ts';
import './stateful-stack.ts';
