using System.Reflection;

namespace IncidentBot.Tests.Storage;

/// <summary>A port whose every asynchronous call begins, and goes on after each await, on a scheduler.</summary>
public class PortOn : DispatchProxy
{
    private static readonly MethodInfo WithResult = typeof(PortOn).GetMethod(nameof(RunAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private object? _port;
    private TaskScheduler? _scheduler;

    public static T Of<T>(T port, TaskScheduler scheduler) where T : class
    {
        var proxy = Create<T, PortOn>();
        ((PortOn)(object)proxy)._port = port;
        ((PortOn)(object)proxy)._scheduler = scheduler;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var result = targetMethod!.ReturnType;
        object? Call() => targetMethod.Invoke(_port, BindingFlags.DoNotWrapExceptions, null, args, null);
        if (result == typeof(Task)) return Task.Factory.StartNew(() => (Task)Call()!, default, TaskCreationOptions.None, _scheduler!).Unwrap();
        if (result.IsGenericType && result.GetGenericTypeDefinition() == typeof(Task<>)) return WithResult.MakeGenericMethod(result.GenericTypeArguments).Invoke(null, [(Func<object?>)Call, _scheduler]);
        return result.IsInterface ? typeof(PortOn).GetMethod(nameof(Of))!.MakeGenericMethod(result).Invoke(null, [Call(), _scheduler]) : Call();
    }

    private static Task<T> RunAsync<T>(Func<object?> call, TaskScheduler scheduler) =>
        Task.Factory.StartNew(() => (Task<T>)call()!, default, TaskCreationOptions.None, scheduler).Unwrap();
}
