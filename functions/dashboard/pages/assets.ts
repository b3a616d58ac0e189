import { deskScript } from '../desk-script.ts';
import { assetResponse } from '../respond.ts';
import { css } from '../styles/stylesheet.ts';

/** The dashboard's one stylesheet. */
export const stylesheet = async (): Promise<Response> => assetResponse(css, 'text/css');

/** The desk's script, the only one there is. */
export const script = async (): Promise<Response> => assetResponse(deskScript, 'text/javascript');
