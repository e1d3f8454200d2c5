using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Slack;
using IncidentBot.Slack.Rendering;
using IncidentBot.Tests.Cards;
using IncidentBot.Tests.Slack.Rendering;
using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.Slack.Node;

/// <summary>Slack's own description of its blocks and views, npm's @slack/types, agrees with what is drawn. It knows tables too; it knows no lengths, those are <see cref="BlockKitRules"/>.</summary>
public sealed class SlackTypesTests
{
    private const int LongEnough = 60;

    [Fact]
    public async Task Every_card_and_form_has_the_types_that_Slack_declares()
    {
        var node = NodePackages.Folder();
        using var folder = new TemporaryFolder();
        folder.Write("drawn.ts", $"import type {{ KnownBlock, View }} from '@slack/types';\n{Drawn()}");
        // The compiler complains about an error that it does not find: this proves that it looks.
        folder.Write("wrong.ts", "import type { KnownBlock } from '@slack/types';\n// @ts-expect-error\nexport const wrong: KnownBlock[] = [{ type: 'header', text: { type: 'mrkdwn', text: 'a' } }];\n");
        folder.Write("tsconfig.json", $$"""
            {
              "compilerOptions": { "noEmit": true, "strict": true, "exactOptionalPropertyTypes": true, "skipLibCheck": true, "module": "esnext", "moduleResolution": "bundler", "types": [],
                "paths": { "@slack/types": [{{JsonSerializer.Serialize(Path.Combine(node, "node_modules", "@slack", "types"))}}] } },
              "include": ["*.ts"]
            }
            """);
        var said = await Compile(Path.Combine(node, "node_modules", "typescript", "bin", "tsc"), folder.FullPath);
        Assert.True(said.Length == 0, said[..Math.Min(said.Length, 4000)]);
    }

    private static string Drawn()
    {
        var written = new StringBuilder();
        var number = 0;
        foreach (var shown in new[] { Sample.Ordinary, Sample.Largest }.SelectMany(CardCatalogue.All))
        {
            if (shown.Form is { } form)
            {
                Write("View", SlackModal.Of(form, new(SlackIds.Place(Sample.Team, "C0ROOM"))));
                continue;
            }
            foreach (var message in SlackCard.Of(shown.Card!)) Write("KnownBlock[]", message.Blocks);
            Write("View", SlackHome.Of(shown.Card!));
        }
        return written.ToString();

        void Write(string type, JsonNode drawn) => written.Append("export const drawn").Append(++number).Append(": ").Append(type).Append(" = ").Append(Shorter(drawn).ToJsonString()).Append(";\n");
    }

    /// <summary>The same with short texts, which have the same types and are read sooner.</summary>
    private static JsonNode Shorter(JsonNode node) => node switch
    {
        JsonObject some => new JsonObject(some.Select(part => KeyValuePair.Create(part.Key, part.Value is null ? null : Shorter(part.Value)))!),
        JsonArray some => new JsonArray([.. some.Select(part => Shorter(part!))]),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length > LongEnough => JsonValue.Create(CleanText.Of(text[..LongEnough]))!,
        _ => node.DeepClone(),
    };

    private static async Task<string> Compile(string compiler, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("node", [compiler, "-p", folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var all = string.Concat(said);
        return process.ExitCode == 0 ? all : $"exit code {process.ExitCode}: {all}";
    }
}
