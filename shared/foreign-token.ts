/**
 * Beginnings of secrets of other services, as those document them: GitHub, GitLab, Slack, OpenAI and Anthropic, AWS,
 * Google, npm, Stripe, Atlassian, Telegram bots, and JSON Web Tokens. Pachca's own begin with none of these.
 */
const foreign = [
  /^gh[oprsu]_/,
  /^github_pat_/,
  /^gl[a-z]{2,6}-/,
  /^xox[a-z]-|^xapp-/,
  /^sk-|^[rs]k_(live|test)_/,
  /^(AKIA|ASIA)[A-Z2-7]{8}/,
  /^AIza|^ya29\./,
  /^npm_/,
  /^ATATT/,
  /^\d{8,12}:[\w-]{30}/,
  /^eyJ[\w-]*\./,
];

/**
 * Whether a cleaned text is the secret of another service. Nobody means to send that to Pachca, so it is refused at the
 * field, before anything is asked.
 */
export const isForeignToken = (token: string): boolean => foreign.some((beginning) => beginning.test(token));
