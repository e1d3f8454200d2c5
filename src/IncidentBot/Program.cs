using IncidentBot;

return await ProgramHost.RunAsync(args);
