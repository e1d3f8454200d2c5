using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Http;

/// <summary>Reads a body that may come slowly, be too large, or never end.</summary>
public static class PostedBody
{
    /// <summary>Null: the request is answered already, or nobody waits for an answer.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContext context, CancellationToken deadline)
    {
        var reader = context.Request.BodyReader;
        // Not by a token in the reading itself: the server would log each time that it finds a body whose reading never ended.
        await using var late = deadline.UnsafeRegister(_ => reader.CancelPendingRead(), null);
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(CancellationToken.None);
                var body = read.IsCompleted ? read.Buffer.ToArray() : null;
                reader.AdvanceTo(body is null ? read.Buffer.Start : read.Buffer.End, read.Buffer.End);
                if (body is not null) return body;
                if (read.IsCanceled) return Close(StatusCodes.Status408RequestTimeout);
            }
        }
        catch (BadHttpRequestException unreadable)
        {
            return Close(unreadable.StatusCode);
        }
        catch (IOException)
        {
            context.Abort(); // the connection is gone, and there is nothing to drain
            return null;
        }

        byte[]? Close(int status)
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Connection = "close"; // the rest of the body is not waited for
            return null;
        }
    }
}
