using System.Runtime.CompilerServices;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using Octokit;

namespace IncidentBot.Tickets.GitHub;

internal static class GitHubCheck
{
    private const string Subject = "Tickets:GitHub:Repository";
    private const string Token = "Tickets:GitHub:Token";

    public static async IAsyncEnumerable<CheckLine> RunAsync(GitHubOptions options, GitHubClients clients, TimeProvider time, [EnumeratorCancellation] CancellationToken ct)
    {
        var name = $"{options.Owner}/{options.Repository}";
        var (repository, fault) = await TryAsync(() => clients.New().Repository.Get(options.Owner, options.Repository), name, time, ct);
        if (repository is null)
        {
            yield return CheckLine.Fault(Subject, fault!);
            yield break;
        }
        yield return repository.Archived ? CheckLine.Fault(Subject, $"{name} is archived, so nothing can be opened in it. Choose another one.")
            : repository.HasIssues ? CheckLine.Fine(Subject, $"{name} is there, and issues are switched on.")
            : CheckLine.Fault(Subject, $"issues are switched off in {name}. Switch them on in its settings.");
        yield return await MayCreateAsync(options, clients, name, time, ct);
    }

    /// <summary>Whether the token may open issues, asked with one that has no title: who may not is refused before that is noticed.</summary>
    private static async Task<CheckLine> MayCreateAsync(GitHubOptions options, GitHubClients clients, string name, TimeProvider time, CancellationToken ct)
    {
        try
        {
            var (_, fault) = await TryAsync(() => clients.New().Connection.Post<Issue>(new Uri($"repos/{options.Owner}/{options.Repository}/issues", UriKind.Relative), new object(), "application/vnd.github+json", "application/json", (IDictionary<string, string>?)null, ct), name, time, ct);
            return CheckLine.Fault(Token, fault ?? $"an issue without a title was taken by {name}, which is not how GitHub answers. Is Tickets:GitHub:ApiBaseUrl right?");
        }
        catch (ChatException asExpected) when (asExpected.InnerException is ApiValidationException)
        {
            return CheckLine.Fine(Token, $"it may open issues in {name}.");
        }
    }

    private static async Task<(T? Answer, string? Fault)> TryAsync<T>(Func<Task<T>> ask, string name, TimeProvider time, CancellationToken ct)
        where T : class
    {
        try
        {
            return (await GitHubFaults.RunAsync(name, time.GetUtcNow(), ask().WaitAsync(ct)), null);
        }
        catch (ChatException failure) when (failure.InnerException is not ApiValidationException)
        {
            return (null, failure.Message);
        }
    }
}
