// A small app on Slack's own SDK. It uses what IncidentBot uses; if it works against the double, the double is honest there.
import bolt from '@slack/bolt';

const app = new bolt.App({
  token: process.env.SLACK_BOT_TOKEN,
  appToken: process.env.SLACK_APP_TOKEN,
  socketMode: true,
  logLevel: 'warn',
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
});

const section = (text) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const askButton = { type: 'actions', elements: [{ type: 'button', action_id: 'ask', text: { type: 'plain_text', text: 'Ask' }, value: 'desk' }] };
const form = (channel) => ({
  type: 'modal',
  callback_id: 'answer',
  private_metadata: channel,
  title: { type: 'plain_text', text: 'Your answer' },
  submit: { type: 'plain_text', text: 'Send' },
  blocks: [{ type: 'input', block_id: 'words', label: { type: 'plain_text', text: 'Words' }, element: { type: 'plain_text_input', action_id: 'value' } }],
});

app.command('/desk', async ({ command, ack, respond, client }) => {
  await ack({ text: `Opening ${command.text}` });
  const { channel } = await client.conversations.create({ name: command.text });
  await client.conversations.invite({ channel: channel.id, users: command.user_id });
  await client.conversations.setTopic({ channel: channel.id, topic: 'at work' });
  const card = await client.chat.postMessage({ channel: channel.id, text: 'first words', blocks: [section('first *words*')] });
  await client.chat.update({ channel: channel.id, ts: card.ts, text: 'second words', blocks: [section('second *words*'), askButton] });
  await client.pins.add({ channel: channel.id, timestamp: card.ts });
  await client.bookmarks.add({ channel_id: channel.id, title: 'Card', type: 'link', link: (await client.chat.getPermalink({ channel: channel.id, message_ts: card.ts })).permalink });
  await respond({ text: `It is open: ${command.text}`, replace_original: false });
});

app.message('hello', async ({ message, say, client }) => {
  await client.reactions.add({ channel: message.channel, timestamp: message.ts, name: 'eyes' });
  await say({ text: `Hello <@${message.user}>`, thread_ts: message.ts });
});

app.message('a file, please', async ({ message, client }) => {
  await client.files.uploadV2({ channel_id: message.channel, thread_ts: message.ts, filename: 'list.md', content: '# List\n', initial_comment: 'Here it is' });
});

app.message('how many', async ({ message, client, say }) => {
  const texts = [];
  for await (const page of client.paginate('conversations.history', { channel: message.channel, limit: 2 })) texts.push(...page.messages.map((one) => one.text));
  const { messages } = await client.conversations.replies({ channel: message.channel, ts: message.ts });
  await say({ text: `${texts.length} messages, ${new Set(texts).size} different, ${messages.length} here`, thread_ts: message.ts });
});

app.message('too long', async ({ message, client, say }) => {
  try {
    await client.chat.postMessage({ channel: message.channel, text: 'x', blocks: [section('x'.repeat(3001))] });
  } catch (error) {
    await say({ text: `refused: ${error.data.error}, ${error.data.response_metadata.messages[0]}`, thread_ts: message.ts });
  }
});

app.event('reaction_added', async ({ event, client }) => {
  await client.chat.postMessage({ channel: event.item.channel, thread_ts: event.item.ts, text: `seen :${event.reaction}:` });
});

app.event('app_mention', async ({ event, client }) => {
  await client.chat.postEphemeral({ channel: event.channel, user: event.user, text: 'At your service' });
});

app.event('app_home_opened', async ({ event, client }) => {
  await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [section('Home')] } });
});

app.action('ask', async ({ ack, body, client }) => {
  await ack();
  await client.views.open({ trigger_id: body.trigger_id, view: form(body.channel.id) });
});

app.view('answer', async ({ ack, view, body, client }) => {
  const said = view.state.values.words.value.value;
  if (said.length < 5) {
    await ack({ response_action: 'errors', errors: { words: 'Say a little more.' } });
    return;
  }
  await ack();
  await client.chat.postMessage({ channel: view.private_metadata, text: `<@${body.user.id}> answered: ${said}` });
});

app.shortcut('keep', async ({ ack, shortcut, client }) => {
  await ack();
  await client.chat.postMessage({ channel: shortcut.channel.id, thread_ts: shortcut.message_ts, text: `kept: ${shortcut.message.text}` });
});

await app.start();
console.log('ready');
