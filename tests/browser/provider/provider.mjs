// An OpenID Connect provider for the browser tests: real tokens for made-up people, on this machine
// alone. It is started with one argument, JSON:
//
//   {"port": 4000, "client": {"client_id": ..., "client_secret": ..., "redirect_uris": [...]},
//    "accounts": {"officer": {"email": ..., "email_verified": true, "seconds": 3600}}}
//
// "seconds" is how long the identity token of that account holds. The name of the account is its
// subject. It prints "ready" once it listens.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { Provider, interactionPolicy } from 'oidc-provider';

const { port, client, accounts } = JSON.parse(process.argv[2]);
const issuer = `http://127.0.0.1:${port}`;
const SCOPES = 'openid email profile';

// Streamlit asks the provider to let people choose their account, every time.
const policy = interactionPolicy.base();
policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const provider = new Provider(issuer, {
  clients: [{ ...client, post_logout_redirect_uris: client.redirect_uris }],
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'tests' }] },
  cookies: { keys: [randomBytes(32).toString('hex')] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: false, // the claims are in the identity token, as most services have it
  features: { devInteractions: { enabled: false } },
  interactions: { policy, url: (_, interaction) => `/interaction/${interaction.uid}` },
  ttl: {
    IdToken: (ctx) => accounts[ctx.oidc.account.accountId].seconds ?? 3600,
    AccessToken: 3600,
    Grant: 3600,
    Interaction: 600,
    Session: 3600,
  },
  findAccount(_, name) {
    if (!Object.hasOwn(accounts, name)) return undefined;
    const { email, email_verified } = accounts[name];
    return { accountId: name, claims: () => ({ sub: name, email, email_verified }) };
  },
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({
      accountId: ctx.oidc.session.accountId,
      clientId: ctx.oidc.client.clientId,
    });
    grant.addOIDCScope(SCOPES);
    await grant.save();
    return grant;
  },
});

function form(says) {
  return `<!doctype html><html lang="en"><title>Sign-in service</title><h1>Sign-in service</h1>
    <p>${says}</p><form method="post"><label>Account <input name="account" autofocus></label>
    <button name="do" value="continue">Continue</button>
    <button name="do" value="cancel">Cancel</button></form></html>`;
}

async function body(request) {
  let text = '';
  for await (const part of request) text += part;
  return new URLSearchParams(text);
}

function show(response, says) {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(form(says));
}

async function interact(request, response) {
  if (request.method !== 'POST') return show(response, 'Who are you?');
  const sent = await body(request);
  if (sent.get('do') === 'cancel') {
    const denied = { error: 'access_denied', error_description: 'Cancelled' };
    return provider.interactionFinished(request, response, denied);
  }
  const account = sent.get('account');
  if (!Object.hasOwn(accounts, account)) return show(response, 'There is no such account.');
  const result = { select_account: {}, login: { accountId: account } };
  return provider.interactionFinished(request, response, result);
}

const rest = provider.callback();
createServer((request, response) => {
  if (!request.url.startsWith('/interaction/')) return rest(request, response);
  return interact(request, response).catch((error) => {
    console.error(error);
    response.writeHead(500).end('The sign-in service failed.');
  });
}).listen(port, '127.0.0.1', () => console.log('ready'));
