// Microsoft's own client of the Connector at work. If it works against the double, the double is honest there. Prints what came back, as JSON.
import connector from 'botframework-connector';
import teams from 'botframework-connector/lib/teams/index.js';

const { SERVICE_URL, LOGIN_URL, APP_ID, TENANT_ID, TEAM_ID, CHANNEL_ID, PERSON_ID } = process.env;
const asked = await fetch(`${LOGIN_URL}${TENANT_ID}/oauth2/v2.0/token`, {
  method: 'POST',
  body: new URLSearchParams({ grant_type: 'client_credentials', client_id: APP_ID, client_secret: 'test-secret', scope: 'https://api.botframework.com/.default' }),
});
const { access_token: token } = await asked.json();
const credentials = { signRequest: async (request) => { request.headers.set('Authorization', `Bearer ${token}`); return request; } };
const client = new connector.ConnectorClient(credentials, { baseUri: SERVICE_URL });
const teamsClient = new teams.TeamsConnectorClient(credentials, { baseUri: SERVICE_URL });
const bot = { id: `28:${APP_ID}`, name: 'IncidentBot' };
const message = (text) => ({ type: 'message', text, from: bot });
const refused = (promise) => promise.then(() => 'done', (error) => `${error.statusCode} ${error.body?.error?.code ?? error.code}`);

const thread = await client.conversations.createConversation({ isGroup: true, bot, tenantId: TENANT_ID, channelData: { channel: { id: CHANNEL_ID } }, activity: message('a new post') });
const sent = await client.conversations.sendToConversation(thread.id, message('first words'));
const replied = await client.conversations.replyToActivity(thread.id, thread.activityId, message('a reply'));
const updated = await client.conversations.updateActivity(thread.id, sent.id, message('second words'));
await client.conversations.deleteActivity(thread.id, replied.id);
const direct = await client.conversations.createConversation({ isGroup: false, bot, tenantId: TENANT_ID, members: [{ id: PERSON_ID }], channelData: { tenant: { id: TENANT_ID } } });
const hello = await client.conversations.sendToConversation(direct.id, message('hello'));
const paged = await client.conversations.getConversationPagedMembers(TEAM_ID, { pageSize: 50 });
const members = await client.conversations.getConversationMembers(thread.id);
const channels = await teamsClient.teams.fetchChannelList(TEAM_ID);
const team = await teamsClient.teams.fetchTeamDetails(TEAM_ID);

console.log(JSON.stringify({
  thread: thread.id,
  root: thread.activityId,
  sent: sent.id,
  updated: updated.id,
  hello: hello.id,
  direct: direct.id,
  paged: paged.members.map((member) => member.id),
  members: members.map((member) => member.id),
  channels: channels.conversations.map((channel) => channel.id),
  team: team.name,
  group: team.aadGroupId,
  refusals: {
    unknownMessage: await refused(client.conversations.updateActivity(thread.id, '1', message('x'))),
    unknownPlace: await refused(client.conversations.sendToConversation('19:nowhere@thread.tacv2', message('x'))),
    empty: await refused(client.conversations.sendToConversation(thread.id, { type: 'message', from: bot })),
    tooLarge: await refused(client.conversations.sendToConversation(thread.id, message('x'.repeat(60 * 1024)))),
  },
}));
