// A bot on Microsoft's own SDK that does nothing: whether it takes an activity is what its check of tokens says.
import http from 'node:http';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';

const { APP_ID, METADATA_URL } = process.env;
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({
  MicrosoftAppId: APP_ID,
  MicrosoftAppPassword: 'test-secret',
  MicrosoftAppType: 'MultiTenant',
  MicrosoftAppTenantId: '',
  ToBotFromChannelOpenIdMetadataUrl: METADATA_URL,
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToBotFromEmulatorOpenIdMetadataUrl: METADATA_URL,
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
  CallerId: 'urn:botframework:azure',
}));

const server = http.createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const answer = {
    status(code) { response.statusCode = code; return this; },
    send(body) { response.end(typeof body === 'string' ? body : JSON.stringify(body)); return this; },
    end() { response.end(); return this; },
    header(name, value) { response.setHeader(name, value); return this; },
    socket: response.socket,
  };
  try {
    await adapter.process({ body: JSON.parse(Buffer.concat(chunks)), headers: request.headers, method: request.method }, answer, async () => {});
  } catch {
    response.statusCode = 500;
  }
  if (!response.writableEnded) response.end();
});
server.listen(0, '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${server.address().port}/`));
