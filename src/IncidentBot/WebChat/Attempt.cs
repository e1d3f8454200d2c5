using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using MudBlazor;

namespace IncidentBot.WebChat;

/// <summary>Does what a person asked for; when it cannot be done, shows why.</summary>
public sealed class Attempt(ISnackbar snackbar, ILogger<Attempt> log)
{
    public async Task<bool> ToAsync(Func<Task> action)
    {
        try
        {
            await action();
            return true;
        }
        catch (ChatException refused)
        {
            snackbar.Add(refused.Message, Severity.Warning);
        }
        catch (StoreUnavailableException full)
        {
            log.LogWarning("A change in the browser chat was not saved: {Reason}", full.Message);
            snackbar.Add("That could not be saved right now. Please try again in a moment.", Severity.Error);
        }
        catch (Exception bug)
        {
            log.LogError(bug, "What a person did in the browser chat failed");
            snackbar.Add("That did not work, and it is not your doing. It is in the program's log.", Severity.Error);
        }
        return false;
    }
}
