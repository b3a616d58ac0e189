/** How texts that address a machine rather than a person tend to read. Not a defence by itself: what is flagged is only kept further away. */
const signs: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b[^.]{0,40}\b(?:instruction|previous|above|prior|rule|prompt|polic)/i,
  /\b(?:system|developer)\s*(?:prompt|message|note|override)\b|^\s*(?:system|assistant|user)\s*:/im,
  /\byou are (?:now|no longer)\b|\bact as\b|\bpretend (?:to be|you)\b|\bnew instructions?\b/i,
  /\b(?:as an? )?(?:ai|language model|assistant|agent|bot|model)\b[^.]{0,60}\b(?:must|should|shall|please|now)\b/i,
  /\b(?:approve|send|forward|reveal|export|disclose|email|mail|call the tool|use the tool|execute|transfer|delete|unsubscribe)\b[^.]{0,60}\b(?:all|every|other|this (?:address|account)|@|list|clients?|contacts?|immediately|without)\b/i,
  /<\/?\s*(?:system|instructions?|tool|function|fact|prompt)\b|\{\{|\[\[|```|<!--/i,
  /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u{e0000}-\u{e007f}]/u,
  /\b[A-Za-z0-9+/]{60,}={0,2}\b/,
];

/** Whether a text seems to give orders to a machine, or hides something from people. */
export const givesOrders = (text: string): boolean => signs.some((sign) => sign.test(text));
